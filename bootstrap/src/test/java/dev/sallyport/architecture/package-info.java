/** The rules of the house, and for each a class that breaks it. */
@NullMarked
package dev.sallyport.architecture;

import org.jspecify.annotations.NullMarked;
