package dev.sallyport.testkit.backend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL, MariaDB or MySQL. */
public final class SqlServer extends TestServer {

    private static final String POSTGRES = "jdbc:postgresql://";

    SqlServer(Source source) {
        super(source, SqlServer::newDatabase);
    }

    /** Like {@link #freshUrl}, with a password that the server refuses. */
    public String urlWithWrongPassword() {
        return ServerUrl.of(freshUrl()).withParameter("password", "wrong-horse").toString();
    }

    /** Like {@link #freshUrl}, of a database that is not there. */
    public String urlOfMissingDatabase() {
        return url().withDatabase(newName()).toString();
    }

    /** PostgreSQL's: like {@link #freshUrl}, of a database that sorts text as Danish does, where "aa" comes after "z". */
    public String freshUrlInDanish() {
        return newDatabase(url(), " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'da'")
                .toString();
    }

    private static ServerUrl newDatabase(ServerUrl server) {
        return newDatabase(server, server.scheme().equals(POSTGRES) ? "" : " CHARACTER SET utf8mb4");
    }

    private static ServerUrl newDatabase(ServerUrl server, String options) {
        String name = newName();
        // MariaDB's driver speaks to MySQL as well, but leaves jdbc:mysql: to MySQL's.
        ServerUrl admin = server.scheme().equals(POSTGRES) ? server : server.withScheme("jdbc:mariadb://");
        try (Connection connection = DriverManager.getConnection(admin.toString());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + options);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database for a test", e);
        }
        return server.withDatabase(name);
    }
}
