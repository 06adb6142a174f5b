package dev.lockstile.auth.schema.takeover;

import dev.lockstile.auth.schema.internal.shape.ColumnShape;
import dev.lockstile.auth.schema.internal.shape.SqlType;
import dev.lockstile.auth.schema.internal.shape.TableShape;
import dev.lockstile.auth.schema.internal.sql.OpaqueColumns;

/** New columns as they are stored: keys and digests carry a binary collation of their own on MariaDB. */
final class OwnColumns {

    private OwnColumns() {}

    static ColumnShape stored(ColumnShape column) {
        SqlType type = column.type();
        return type.mariadb().matches("varchar\\(\\d+\\)") && OpaqueColumns.isOpaque(column.name())
                ? new ColumnShape(
                        column.name(),
                        new SqlType(type.h2(), type.postgresql(), type.mariadb() + OpaqueColumns.BINARY),
                        column.nullable(),
                        column.identity(),
                        column.defaultValue())
                : column;
    }

    static TableShape stored(TableShape table) {
        return new TableShape(
                table.name(),
                table.columns().stream().map(OwnColumns::stored).toList(),
                table.key(),
                table.indexes(),
                table.foreignKeys());
    }
}
