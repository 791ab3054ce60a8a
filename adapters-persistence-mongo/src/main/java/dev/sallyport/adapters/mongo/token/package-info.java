/** Sessions in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.token;

import org.jspecify.annotations.NullMarked;
