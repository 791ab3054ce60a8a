/** The OpenAPI document and Swagger UI. */
@NullMarked
package dev.sallyport.adapters.rest.docs;

import org.jspecify.annotations.NullMarked;
