/** Sealed keys in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.key;

import org.jspecify.annotations.NullMarked;
