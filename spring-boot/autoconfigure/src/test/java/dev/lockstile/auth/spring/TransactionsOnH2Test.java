package dev.lockstile.auth.spring;

final class TransactionsOnH2Test extends TransactionContract {

    @Override
    String url() {
        return ShopHost.h2();
    }
}
