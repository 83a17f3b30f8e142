"""The register's file: opening, migrations, records in and out, history, backups. The only room that knows SQL."""
