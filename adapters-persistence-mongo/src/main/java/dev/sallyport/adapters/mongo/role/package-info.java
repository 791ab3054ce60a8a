/** Definitions of roles in MongoDB. */
@NullMarked
package dev.sallyport.adapters.mongo.role;

import org.jspecify.annotations.NullMarked;
