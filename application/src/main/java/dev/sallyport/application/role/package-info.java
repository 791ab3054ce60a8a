/** What an account may do. */
@NullMarked
package dev.sallyport.application.role;

import org.jspecify.annotations.NullMarked;
