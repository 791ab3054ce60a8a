/** The token stores on Redis: one server, a server that Sentinels watch, or a cluster. */
@NullMarked
package dev.sallyport.adapters.redis;

import org.jspecify.annotations.NullMarked;
