# Entente. `make` alone says what there is.

TEXTS ?= graphs/gsomia-2019/sources
OUT ?= .build/run
PREFIX ?= $(HOME)/.local

.PHONY: help run install test lint format graphs bench docs check check-reports check-explorer train train-coder clean bootstrap
.DEFAULT_GOAL := help

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: ## Install the system libraries that are missing
	@.scripts/bootstrap

run: bootstrap ## Read TEXTS=directory into a graph, print it, and draw it into OUT=directory
	@.scripts/run "$(TEXTS)" "$(OUT)"

install: bootstrap ## Install entente and its pandoc filter into PREFIX=directory, and pandoc and rsvg-convert where missing
	@.scripts/install "$(PREFIX)"

test: bootstrap ## Build, test, lint and check the architecture
	@.scripts/test

lint: ## Check the format of every Swift file
	@swift format lint --strict --recursive Package.swift Sources Tests

format: ## Format every Swift file
	@swift format --in-place --recursive Package.swift Sources Tests

check: ## Check which module imports what, and other rules of the house
	@.scripts/check-architecture
	@.scripts/check-architecture-selftest
	@.scripts/check-graphviz

check-reports: bootstrap ## Test reports through the real pandoc to HTML, Word, EPUB, LaTeX and PDF; installs what is missing
	@.scripts/check-reports

check-explorer: bootstrap ## Use pages to explore in Chromium, by mouse, fingers and keys; PICTURES=directory for screenshots
	@.scripts/check-explorer $(PICTURES)

graphs: bootstrap ## Rebuild what lies in graphs/ from its sources
	@.scripts/graphs

bench: bootstrap ## Measure speed beside peers, on texts of CORPUS=path where given
	@.scripts/bench

docs: bootstrap ## Refresh the living blocks of README and the documentation, and build it into .build/docs
	@.scripts/docs

train: bootstrap ## Train the models from TREEBANKS=directory and UNLABELLED=file
	@.scripts/train "$(TREEBANKS)" "$(UNLABELLED)"

train-coder: bootstrap ## Fit the event coder to EVENTS=directory of pairs, GOLD=directory of annotated texts, CORPUS=file or directory of statements
	@.scripts/train-coder "$(EVENTS)" "$(GOLD)" "$(CORPUS)"

clean: ## Remove everything that was built
	@rm -rf .build
