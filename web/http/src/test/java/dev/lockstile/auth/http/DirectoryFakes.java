package dev.lockstile.auth.http;

import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.token.Caller;
import java.util.List;

/** The directory of accounts. */
record DirectoryFakes(Fakes fakes) implements AccountDirectory {

    @Override
    public Outcome<AdminLists.Page> list(Caller caller, AdminLists.Query query) {
        return fakes.answer("page", caller, query);
    }

    @Override
    public Outcome<AdminLists.Page> export(Caller caller, AdminLists.Query query) {
        return fakes.answer("page", caller, query);
    }

    @Override
    public Outcome<List<RoleInfo>> roles(Caller caller) {
        return fakes.answer("roles", caller);
    }

    @Override
    public Outcome<Account> show(Caller caller, UserId user) {
        return fakes.answer("show", caller, user);
    }
}
