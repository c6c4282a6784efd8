#pragma once
#include <libxml/xmlversion.h>
// Where libxml2 is built with ICU, its headers draw in those of the system's ICU, which clash with Foundation's own.
// Only the layout of encoding handlers depends on this, which nobody here touches.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
