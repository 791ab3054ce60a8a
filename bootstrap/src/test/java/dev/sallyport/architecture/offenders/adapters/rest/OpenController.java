package dev.sallyport.architecture.offenders.adapters.rest;

import dev.sallyport.architecture.offenders.domain.PaperBook;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;

/** Open to all, and shows the model as it is. */
@Controller("/architecture/offenders")
public class OpenController {

    @Get
    public HttpResponse<List<PaperBook>> list() {
        return HttpResponse.ok(List.of());
    }
}
