package dev.lockstile.auth.schema.internal.shape;

/**
 * An attribute of an entity that has one column.
 *
 * @param name of the attribute
 * @param column the name of its column
 * @param association true when it refers to another entity
 */
public record AttributeShape(String name, String column, boolean association) {}
