package dev.sallyport.adapters.rest.apikey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sallyport.application.apikey.NewApiKey;
import io.micronaut.serde.annotation.Serdeable;

/** An API key with its secret, the one time that it is shown. */
@Serdeable
public record NewApiKeyView(@JsonUnwrapped ApiKeyView view, String key) {

    static NewApiKeyView of(NewApiKey fresh) {
        return new NewApiKeyView(ApiKeyView.of(fresh.key()), fresh.text().reveal());
    }

    @Override
    public String toString() {
        return "NewApiKeyView[" + view.id() + "]";
    }
}
