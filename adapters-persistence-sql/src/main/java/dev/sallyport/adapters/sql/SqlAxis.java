package dev.sallyport.adapters.sql;

/**
 * What is kept where. Accounts, roles, API keys, intentions, sealed keys and the audit log are asked of one data source, sessions,
 * attempts and one-time tokens of another; when both are one database, the second name stands for the first data source, so that there
 * is one pool.
 */
public final class SqlAxis {

    /** The property that carries the dialect of the accounts' database; without it their stores do not exist. */
    public static final String ACCOUNTS_DIALECT = "sallyport.sql.accounts.dialect";

    /** The property that carries the dialect of the tokens' database; without it their stores do not exist. */
    public static final String TOKENS_DIALECT = "sallyport.sql.tokens.dialect";

    /** The data source of accounts. */
    public static final String ACCOUNTS = "accounts";

    static final String TOKENS_SOURCE = "sallyport.sql.tokens.source";

    /** The data source of tokens, by the property that names it. */
    public static final String TOKENS = "${" + TOKENS_SOURCE + "}";

    private SqlAxis() {}
}
