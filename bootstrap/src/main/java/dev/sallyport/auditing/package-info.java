/** The commands about the audit log: prove that nobody edited it, write it out. */
@NullMarked
package dev.sallyport.auditing;

import org.jspecify.annotations.NullMarked;
