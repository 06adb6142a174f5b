package dev.lockstile.auth.schema.internal.liquibase;

import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.database.Database;

/**
 * Liquibase's {@code customChange} that hands no parameter to a {@link ParameterlessChange}, which does nothing with
 * one. The parameters count in the checksum as before. Every other class gets its parameters from Liquibase.
 */
@DatabaseChange(
        name = "customChange",
        description = "Runs a class of the host; a retired one takes any parameter",
        priority = ChangeMetaData.PRIORITY_DEFAULT + 1)
public final class ParameterizedChange extends CustomChangeWrapper {

    private final Map<String, String> unread = new LinkedHashMap<>();

    /** For Liquibase, which makes one for each element. */
    public ParameterizedChange() {}

    /** Told here as well, since Liquibase warns at each change of a class that inherits it. */
    @Override
    public boolean supports(Database database) {
        return super.supports(database);
    }

    @Override
    public void setParam(String name, String value) {
        if (getCustomChange() instanceof ParameterlessChange) {
            unread.put(name, value);
        } else {
            super.setParam(name, value);
        }
    }

    @Override
    public Object getSerializableFieldValue(String field) {
        return field.equals("param") && !unread.isEmpty() ? unread : super.getSerializableFieldValue(field);
    }
}
