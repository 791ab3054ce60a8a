/** One-time tokens in Redis. */
@NullMarked
package dev.sallyport.adapters.redis.onetime;

import org.jspecify.annotations.NullMarked;
