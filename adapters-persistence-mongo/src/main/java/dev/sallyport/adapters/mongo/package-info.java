/** The stores on MongoDB: what they share, and what the service must know to have them. */
@NullMarked
package dev.sallyport.adapters.mongo;

import org.jspecify.annotations.NullMarked;
