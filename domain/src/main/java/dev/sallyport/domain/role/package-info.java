/** Roles, tiers and permissions: what a person may do. */
@NullMarked
package dev.sallyport.domain.role;

import org.jspecify.annotations.NullMarked;
