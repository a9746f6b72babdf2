"""Tags, when a search was last viewed, and deletion that can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("saved_search", sa.Column("viewed", sa.DateTime(timezone=True)))
    op.add_column("saved_search", sa.Column("seen", sa.BigInteger))
    op.add_column("saved_search", sa.Column("deleted", sa.DateTime(timezone=True)))
    op.create_index("ix_saved_search_deleted", "saved_search", ["deleted"])
    op.create_table(
        "saved_search_tag",
        sa.Column(
            "saved_search_id",
            sa.String(32),
            sa.ForeignKey("saved_search.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("tag", sa.String(50), primary_key=True),
    )
    op.create_index("ix_saved_search_tag_tag", "saved_search_tag", ["tag"])
