package dev.sallyport.application.apikey;

import dev.sallyport.domain.apikey.ApiKey;
import dev.sallyport.domain.apikey.ApiKeyText;

/** A key and its secret, which nobody can show again. */
public record NewApiKey(ApiKey key, ApiKeyText text) {}
