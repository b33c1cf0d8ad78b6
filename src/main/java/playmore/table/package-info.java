/**
 * Printing in a session: {@link playmore.table.Print} prints values, and {@link playmore.table.Show} shows Tablesaw's
 * tables and writes them as CSV.
 */
package playmore.table;
