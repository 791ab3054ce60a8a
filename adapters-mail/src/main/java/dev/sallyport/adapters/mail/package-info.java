/** Mail over SMTP; empty until there is something to send. */
@NullMarked
package dev.sallyport.adapters.mail;

import org.jspecify.annotations.NullMarked;
