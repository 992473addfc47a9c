//! Words of the article.
