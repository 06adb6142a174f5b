package dev.lockstile.auth.spring;

final class TransactionsOnPostgresTest extends TransactionContract {

    @Override
    String url() {
        return TestPostgres.freshDatabase();
    }
}
