package dev.sallyport.adapters.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Runs where there is a MySQL. The tests that are left out elsewhere are counted, and the table at the end says why. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@EnabledIf(
        value = "dev.sallyport.adapters.sql.SharedDatabases#hasMySql",
        disabledReason = "no SALLYPORT_TEST_MYSQL_URL, no Docker")
public @interface WhereMySqlIs {}
