/** Changing a password, and giving it once more where it matters. */
@NullMarked
package dev.sallyport.application.password;

import org.jspecify.annotations.NullMarked;
