package dev.sallyport.architecture.offenders.adapters.rest;

import dev.sallyport.architecture.offenders.domain.PaperBook;
import dev.sallyport.domain.token.AccessClaims;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** Open to all, shows the model as it is, and believes whoever was signed in when the token was issued. */
@Controller("/architecture/offenders")
public class OpenController {

    @Get
    public HttpResponse<List<PaperBook>> list() {
        return HttpResponse.ok(List.of());
    }

    @Get("/mine")
    public String mine(AccessClaims claims) {
        return claims.user().toString();
    }
}
