package dev.sallyport.adapters.rest.audit;

import dev.sallyport.adapters.rest.paging.Cursors;
import dev.sallyport.adapters.rest.paging.ListQuery;
import dev.sallyport.adapters.rest.problem.DenialProblem;
import dev.sallyport.adapters.rest.problem.ProblemCode;
import dev.sallyport.adapters.rest.problem.ProblemException;
import dev.sallyport.application.audit.ListAuditEvents;
import dev.sallyport.application.token.Caller;
import dev.sallyport.domain.audit.AuditEventId;
import dev.sallyport.domain.audit.AuditFilter;
import dev.sallyport.domain.audit.AuditType;
import dev.sallyport.domain.user.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happened. */
@Controller("/api/v1/audit-events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
final class AuditEventsController {

    private final ListAuditEvents listAuditEvents;
    private final Cursors cursors;

    AuditEventsController(ListAuditEvents listAuditEvents, Cursors cursors) {
        this.listAuditEvents = listAuditEvents;
        this.cursors = cursors;
    }

    @Get
    AuditEventList list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request, "type", "actor", "subject", "from", "to");
        Optional<AuditEventId> below = query.after(cursors).map(AuditEventId::new);
        return switch (listAuditEvents.list(caller, filter(query), below, query.limit())) {
            case ListAuditEvents.Result.Listed(var records, var next) ->
                new AuditEventList(
                        records.stream().map(AuditEventView::of).toList(),
                        query.next(cursors, next.map(AuditEventId::value)));
            case ListAuditEvents.Result.Denied(var why) -> throw DenialProblem.of(why, ProblemCode.USER_NOT_FOUND);
        };
    }

    private static AuditFilter filter(ListQuery query) {
        return new AuditFilter(
                read(query, "type", AuditType::ofCode),
                read(query, "actor", UserId::parse),
                read(query, "subject", UserId::parse),
                query.instant("from").map(AuditEventId::firstAt).orElse(null),
                query.instant("to").map(AuditEventId::firstAt).orElse(null));
    }

    private static <T> @Nullable T read(ListQuery query, String name, Function<String, Optional<T>> reader) {
        return query.text(name)
                .map(text -> reader.apply(text).orElseThrow(() -> ProblemException.invalid(name)))
                .orElse(null);
    }
}
