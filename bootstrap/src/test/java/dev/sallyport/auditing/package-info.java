/** The commands about the audit log, as somebody types them. */
@NullMarked
package dev.sallyport.auditing;

import org.jspecify.annotations.NullMarked;
