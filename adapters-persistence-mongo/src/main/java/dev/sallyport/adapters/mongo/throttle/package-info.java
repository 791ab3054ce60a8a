/** Counted attempts in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.throttle;

import org.jspecify.annotations.NullMarked;
