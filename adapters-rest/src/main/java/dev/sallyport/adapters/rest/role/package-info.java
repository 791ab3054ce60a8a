/** Permissions over REST. */
@NullMarked
package dev.sallyport.adapters.rest.role;

import org.jspecify.annotations.NullMarked;
