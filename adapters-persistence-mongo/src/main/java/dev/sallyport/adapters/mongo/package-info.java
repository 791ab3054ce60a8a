/** The stores on MongoDB; empty until they land. */
@NullMarked
package dev.sallyport.adapters.mongo;

import org.jspecify.annotations.NullMarked;
