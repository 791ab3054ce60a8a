/** Every setting there is, and reading them. */
@NullMarked
package dev.sallyport.settings;

import org.jspecify.annotations.NullMarked;
