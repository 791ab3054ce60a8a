/** What is about to be done, on MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.intention;

import org.jspecify.annotations.NullMarked;
