/** Sessions in Redis. */
@NullMarked
package dev.sallyport.adapters.redis.token;

import org.jspecify.annotations.NullMarked;
