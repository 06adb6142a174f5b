package dev.lockstile.auth.spring;

import dev.lockstile.test.TestPostgres;

final class TransactionsOnPostgresTest extends TransactionContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
