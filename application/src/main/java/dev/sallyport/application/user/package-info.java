/** What people do with their account. */
@NullMarked
package dev.sallyport.application.user;

import org.jspecify.annotations.NullMarked;
