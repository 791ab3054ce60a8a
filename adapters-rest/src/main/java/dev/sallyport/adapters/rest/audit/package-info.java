/** The audit log over REST. */
@NullMarked
package dev.sallyport.adapters.rest.audit;

import org.jspecify.annotations.NullMarked;
