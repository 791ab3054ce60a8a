/** Signing in, staying in, signing out. */
@NullMarked
package dev.sallyport.application.token;

import org.jspecify.annotations.NullMarked;
