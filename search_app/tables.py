"""The tables of the database. Whoever changes them adds a migration (``migrations/versions``)."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, ForeignKey, Integer, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from werkzeug.datastructures import MultiDict

from article_index.moments import milliseconds
from search_app.search_url import SearchState, parse

LONGEST_NAME = 200
LONGEST_NOTE = 5_000
LONGEST_TAG = 50
# Tags of one search: what fits beside its name.
MOST_TAGS = 20
# A search page's parameters: a query of 4,000 characters and 200 choices fit.
LONGEST_SEARCH = 20_000


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Tables of Blotter."""


class SavedSearchTag(Base):
    """A word that a saved search is filed under."""

    __tablename__ = "saved_search_tag"

    saved_search_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("saved_search.id", ondelete="CASCADE"), primary_key=True
    )
    tag: Mapped[str] = mapped_column(String(LONGEST_TAG), primary_key=True, index=True)


class SavedSearch(Base):
    """A search that somebody wants to come back to. ``version`` grows with every change."""

    __tablename__ = "saved_search"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    note: Mapped[str] = mapped_column(Text, default="")
    # The parameters as in the page's address, in their one fixed order.
    search: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(Integer, default=1)
    # When somebody looked last, and the moment of ``Engine.indexed_until`` then: what is new came later.
    viewed: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen: Mapped[int | None] = mapped_column(BigInteger)
    # When it was deleted; it can be had back for some days.
    deleted: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    tagged: Mapped[list[SavedSearchTag]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by=SavedSearchTag.tag
    )

    @property
    def tags(self) -> list[str]:
        return [one.tag for one in self.tagged]

    @property
    def state(self) -> SearchState:
        """The search itself, read by today's rules."""
        return SearchState.read(MultiDict(parse(self.search)))

    @property
    def seen_until(self) -> int:
        """The moment of indexing after which articles are new; of an old one, when it was saved."""
        return milliseconds(self.created) if self.seen is None else self.seen
