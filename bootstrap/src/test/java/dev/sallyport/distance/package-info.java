/** What a request costs where stores are far away. */
@NullMarked
package dev.sallyport.distance;

import org.jspecify.annotations.NullMarked;
