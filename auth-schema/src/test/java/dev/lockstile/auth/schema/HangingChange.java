package dev.lockstile.auth.schema;

import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** A change that has written, and then never ends in a process that was told so. */
public final class HangingChange implements CustomTaskChange {

    static final String HANG = "lockstile.test.hang";
    static final String SIGN = "in the middle";

    @Override
    public void execute(Database database) throws CustomChangeException {
        try (var statement = ((JdbcConnection) database.getConnection()).createStatement()) {
            statement.executeUpdate("insert into shop values (7)");
            if (Boolean.getBoolean(HANG)) {
                System.out.println(SIGN);
                System.out.flush();
                System.in.read();
            }
        } catch (Exception e) {
            throw new CustomChangeException(e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor files) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
