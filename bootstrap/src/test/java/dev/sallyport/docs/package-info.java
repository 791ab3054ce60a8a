/** The OpenAPI document against the service: every route, every answer. */
@NullMarked
package dev.sallyport.docs;

import org.jspecify.annotations.NullMarked;
