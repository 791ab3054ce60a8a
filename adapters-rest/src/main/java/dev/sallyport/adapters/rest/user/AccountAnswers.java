package dev.sallyport.adapters.rest.user;

import dev.sallyport.adapters.rest.http.EntityTags;
import dev.sallyport.application.Condition;
import dev.sallyport.domain.user.User;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;

/** Shows accounts to administrators, each with the name of the state it is in. */
@Singleton
final class AccountAnswers {

    private final MetadataJson metadata;

    AccountAnswers(MetadataJson metadata) {
        this.metadata = metadata;
    }

    HttpResponse<AccountView> ok(User user) {
        return tagged(HttpResponse.ok(view(user)), user);
    }

    HttpResponse<AccountView> created(User user) {
        return tagged(HttpResponse.created(view(user), URI.create("/api/v1/users/" + user.id())), user);
    }

    AccountView view(User user) {
        return AccountView.of(user, metadata.read(user.profile().metadata()));
    }

    private static HttpResponse<AccountView> tagged(MutableHttpResponse<AccountView> answer, User user) {
        return EntityTags.tagged(answer, Condition.tag(user));
    }
}
