/** The token stores on Redis; empty until they land. */
@NullMarked
package dev.sallyport.adapters.redis;

import org.jspecify.annotations.NullMarked;
