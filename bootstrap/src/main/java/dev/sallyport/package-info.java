/** Where the service starts and stops. */
@NullMarked
package dev.sallyport;

import org.jspecify.annotations.NullMarked;
