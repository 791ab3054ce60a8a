package dev.sallyport.adapters.sql;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Has the data source of this name migrated over connections apart from its pool, on which no answer is late: to make an index, or to
 * wait for another instance that makes it, may take longer than any answer the service waits for.
 */
@EachProperty(MigrationConnection.PREFIX)
record MigrationConnection(
        @Parameter String name,
        String url,
        @Nullable String user,
        @Nullable String password) implements FlywayConfigurationCustomizer {

    static final String PREFIX = "sallyport.sql.migrations";

    @ConfigurationInject
    MigrationConnection {}

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.dataSource(url, user, password);
    }

    /** Without the password, which the URL may hold too. */
    @Override
    public String toString() {
        return "MigrationConnection[" + name + ", " + SqlPlace.of(url) + "]";
    }
}
