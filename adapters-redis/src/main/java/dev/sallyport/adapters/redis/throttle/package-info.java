/** Counted attempts in Redis. */
@NullMarked
package dev.sallyport.adapters.redis.throttle;

import org.jspecify.annotations.NullMarked;
