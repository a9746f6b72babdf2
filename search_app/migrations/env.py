"""What Alembic runs: the migrations, on the connection and in the transaction of ``migrating``."""

from alembic import context

from search_app.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
