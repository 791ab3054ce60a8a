/** API keys on MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.apikey;

import org.jspecify.annotations.NullMarked;
