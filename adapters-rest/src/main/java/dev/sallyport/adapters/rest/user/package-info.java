/** Accounts over REST. */
@NullMarked
package dev.sallyport.adapters.rest.user;

import org.jspecify.annotations.NullMarked;
